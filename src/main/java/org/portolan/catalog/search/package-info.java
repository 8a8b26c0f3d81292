/** Courses as documents of the index. */
package org.portolan.catalog.search;
