/**
 * Pages for those who run an installation, which span features: the outbox. Owns no table; whatever
 * it shows it asks of the features that own it.
 */
package org.portolan.administration;
