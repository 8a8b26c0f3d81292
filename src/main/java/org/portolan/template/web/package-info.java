/** The page on which a centre keeps the session template of a course. */
package org.portolan.template.web;
