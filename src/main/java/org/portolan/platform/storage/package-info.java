/**
 * Files: the content that comes with a release, keys outside the database, and what people send,
 * kept once by the hash of its content. Owns stored_file and stored_file_use.
 */
package org.portolan.platform.storage;
