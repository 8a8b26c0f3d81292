/**
 * The controlled vocabulary: concepts with their terms in six languages, and the themes by which
 * courses and practices are sorted. Owns concept, concept_term, concept_relation, term_suggestion
 * and thesaurus_revision. Editors change it here; files bring and take it as SKOS.
 */
package org.portolan.thesaurus;
