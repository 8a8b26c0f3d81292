/**
 * The audit trail: who did what to which record, before and after. Knows no feature: features say
 * what was done through {@link org.portolan.platform.audit.AuditTrail}, in their own transaction.
 *
 * <p>Owns the tables {@code audit_entry}, {@code audit_head} and {@code audit_person_key}, the key
 * of the trail and the file that holds the sealed head outside the database. One worker numbers
 * committed entries in order and chains them by keyed hashes, so that whoever can write to the
 * database, but has not the key, changes nothing unseen. Personal values are encrypted with a key
 * of each person.
 *
 * <p>What {@code java -jar portolan.jar audit verify} needs ({@code AuditVerifyCommand} and what it
 * uses) runs outside of the server too and therefore uses nothing but the JDK.
 */
package org.portolan.platform.audit;
