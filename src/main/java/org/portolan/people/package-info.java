/**
 * People: who somebody is and to which administration they belong. Owns person, profile and
 * invitation; uses region. What they hold is told by office, how they show who they are by access.
 */
package org.portolan.people;
