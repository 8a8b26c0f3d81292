/** The page of the comments of a practice. */
package org.portolan.reuse.comment.web;
