package org.portolan.thesaurus;

/** A concept was edited on this node. */
record ThesaurusChanged(String concept) {}
