/** The desk at which people are appointed to offices. */
package org.portolan.office.web;
