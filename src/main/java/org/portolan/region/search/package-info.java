/** Centres and other bodies in the index. */
package org.portolan.region.search;
