/**
 * What is taken out of the knowledge base as one file, and brought in again: a collection for
 * another installation or for reading without a connection, and the collections that come from
 * elsewhere. Owns pack_origin, pack_import and pack_taken; uses collection, knowledge and
 * attachment, which say what the person may read and write.
 */
package org.portolan.pack;
