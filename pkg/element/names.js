// Which element of the page has which name in addresses, and who is told when the address changes.

/** @typedef {{ followAddress: () => void }} Follower */

/** @type {Map<string, number>} */
const taken = new Map();

/** A name that no other element in the page has: the wanted one, or the wanted one with a number. @param {string} wanted */
export function claim(wanted) {
  const count = (taken.get(wanted) ?? 0) + 1;
  taken.set(wanted, count);
  return count === 1 ? wanted : `${wanted}_${count}`;
}

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
