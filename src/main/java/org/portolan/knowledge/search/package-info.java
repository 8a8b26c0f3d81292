/** Practices in the search index. */
package org.portolan.knowledge.search;
