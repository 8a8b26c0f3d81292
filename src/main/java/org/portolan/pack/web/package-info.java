/** Where packs are taken and sent, and the desk at which they are looked through. */
package org.portolan.pack.web;
