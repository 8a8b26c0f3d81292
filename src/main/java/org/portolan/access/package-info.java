/**
 * The ways in: how people show who they are, where they are signed in, and the secrets with which
 * programs act for them. Owns password, recovery, address_change, sign_in and api_token; uses
 * people and office.
 */
package org.portolan.access;
