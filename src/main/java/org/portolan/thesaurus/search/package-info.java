/** Lets a search find by what the thesaurus knows, in every language. */
package org.portolan.thesaurus.search;
