/**
 * What is taken out of the knowledge base as one file, and brought in again: a collection for
 * another installation or for reading without a connection, the collections that come from
 * elsewhere, and documents of editors that become drafts. Owns pack_origin, pack_import, pack_taken
 * and pack_text; uses collection, knowledge and attachment, which say what the person may read and
 * write.
 */
package org.portolan.pack;
