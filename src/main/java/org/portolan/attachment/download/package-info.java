/**
 * How often practices on paper and their files are taken, by day and language, without anybody who
 * takes them. Owns download_tally; uses knowledge for whose practices an editor sees.
 */
package org.portolan.attachment.download;
