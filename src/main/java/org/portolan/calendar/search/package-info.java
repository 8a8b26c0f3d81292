/** Sessions and centres as documents of the index. */
package org.portolan.calendar.search;
