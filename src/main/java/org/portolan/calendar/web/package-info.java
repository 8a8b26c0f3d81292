/** The calendar's pages, desk, REST resources and feeds. */
package org.portolan.calendar.web;
