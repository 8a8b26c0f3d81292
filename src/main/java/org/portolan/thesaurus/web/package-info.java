/** Pages of the thesaurus: to read, to edit, to exchange. */
package org.portolan.thesaurus.web;
