/**
 * The controlled vocabulary: concepts with their terms in six languages, and the themes by which
 * courses and practices are sorted. Owns concept and concept_term.
 */
package org.portolan.thesaurus;
