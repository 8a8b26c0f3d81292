/** Desks of administrators. */
package org.portolan.administration.web;
