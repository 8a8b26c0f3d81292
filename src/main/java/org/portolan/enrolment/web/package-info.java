/** Pages and REST resources of applications. */
package org.portolan.enrolment.web;
