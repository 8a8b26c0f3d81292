/** The way of a request: clean addresses, headers, errors, idempotent writes. Knows no feature. */
package org.portolan.platform.web;
