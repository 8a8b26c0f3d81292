/** Documents on paper: pages laid out as PDF, with their fonts in them. */
package org.portolan.platform.pdf;
