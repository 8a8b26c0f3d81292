package org.portolan.catalog;

/** Readers see something else of a course once the transaction is through. */
record CatalogueChanged(long courseId) {}
