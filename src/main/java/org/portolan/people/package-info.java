/**
 * People, the roles they hold and for what, and the ways they show who they are. Owns person,
 * role_grant, sign_in and api_token; uses region.
 */
package org.portolan.people;
