// Which element of the page has which name in addresses, and who is told when the address changes.

/** @typedef {{ followAddress: () => void }} Follower */

/** @type {Set<string>} */
const taken = new Set();

/** A name that no other element in the page has: the wanted one, or the wanted one with a number. @param {string} wanted */
export function claim(wanted) {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) name = `${wanted}_${count}`;
  taken.add(name);
  return name;
}

/** An element that is gone leaves its name to the next, as where an article follows another in the same page. @param {string} name */
export const release = (name) => void taken.delete(name);

/** @type {Set<Follower>} */
const followers = new Set();

const changed = () => followers.forEach((follower) => follower.followAddress());

/** @param {Follower} follower @returns {number} how many there are now */
export function follow(follower) {
  if (followers.size === 0) addEventListener("hashchange", changed);
  return followers.add(follower).size;
}

/** @param {Follower} follower */
export function unfollow(follower) {
  followers.delete(follower);
  if (followers.size === 0) removeEventListener("hashchange", changed);
}
