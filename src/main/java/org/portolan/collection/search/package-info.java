/** Collections in the index. */
package org.portolan.collection.search;
