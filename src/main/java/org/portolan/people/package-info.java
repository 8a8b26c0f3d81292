/**
 * People: who somebody is and to which administration they belong, until they are erased. Owns
 * person, profile, invitation, account_request and erasure_request; uses region. What they hold is
 * told by office, how they show who they are by access.
 */
package org.portolan.people;
