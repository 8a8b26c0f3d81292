/**
 * Forgets, once a day and on one node at a time, what is kept too long by the rules of the features
 * and the periods of the operator. Owns the table {@code retention_run}.
 */
package org.portolan.platform.forgetting;
