/**
 * Letters to people by mail. A feature posts a {@link org.portolan.platform.mail.Letter} into the
 * {@link org.portolan.platform.mail.Outbox} in its own transaction; any node sends it afterwards.
 * Owns mail_letter.
 */
package org.portolan.platform.mail;
