/** Pages of the use of practices. */
package org.portolan.reuse.web;
