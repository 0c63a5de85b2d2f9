//! Work on several processors; the results are in order, so that what is made of them is always the same.

/// The results of `work` for each of `items`, each in a thread of its own.
pub fn at_once<I: Sync, O: Send>(items: &[I], work: impl Fn(&I) -> O + Sync) -> Vec<O> {
    let work = &work;
    std::thread::scope(|scope| {
        let threads: Vec<_> = items.iter().map(|item| scope.spawn(move || work(item))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join().expect("the work panicked, as it says above"))
            .collect()
    })
}
