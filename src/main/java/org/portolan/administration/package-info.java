/**
 * Pages for those who run an installation and look after people, which span features: the outbox,
 * finding a person with what they may do and why, the reader of the audit trail, imports and
 * exports. Owns no table; whatever it shows it asks of the features that own it.
 */
package org.portolan.administration;
