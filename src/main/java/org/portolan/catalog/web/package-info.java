/** The catalogue's pages and REST resources. */
package org.portolan.catalog.web;
