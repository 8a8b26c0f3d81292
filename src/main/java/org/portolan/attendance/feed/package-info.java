/**
 * The own calendar of a person as a feed, by a secret address that they can revoke. Owns
 * personal_feed.
 */
package org.portolan.attendance.feed;
