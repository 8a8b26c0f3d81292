package org.portolan.thesaurus;

/** Names in which thesauri are exchanged, and our own for what those have no name for. */
final class Skos {
  static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  /** An acronym is an alternative label too; a theme is the code of one here. */
  static final String OWN = "urn:portolan:thesaurus#";

  static final String MEDIA_TYPE = "application/rdf+xml";

  private Skos() {}
}
