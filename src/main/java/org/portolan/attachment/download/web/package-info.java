/** The desk of what was taken. */
package org.portolan.attachment.download.web;
