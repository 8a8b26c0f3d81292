/**
 * The controlled vocabulary: concepts with their terms in six languages, and the themes by which
 * courses and practices are sorted. Owns concept, concept_term, concept_relation and
 * thesaurus_revision.
 */
package org.portolan.thesaurus;
