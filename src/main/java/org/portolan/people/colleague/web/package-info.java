/** The page of a colleague. */
package org.portolan.people.colleague.web;
