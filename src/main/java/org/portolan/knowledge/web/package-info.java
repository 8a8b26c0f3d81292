/** Pages of practices: the list, a practice, and the editor's desk. */
package org.portolan.knowledge.web;
