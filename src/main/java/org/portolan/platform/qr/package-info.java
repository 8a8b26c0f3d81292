/** Texts as pictures that a phone or a scanner reads. */
package org.portolan.platform.qr;
