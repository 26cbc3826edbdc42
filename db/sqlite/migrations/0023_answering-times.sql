CREATE TABLE `answering_times` (
	`org` text NOT NULL,
	`questionnaire` text NOT NULL,
	`version` integer NOT NULL,
	`whole` text NOT NULL,
	`sections` text NOT NULL,
	PRIMARY KEY(`org`, `questionnaire`, `version`),
	FOREIGN KEY (`org`) REFERENCES `organisations`(`org`) ON UPDATE no action ON DELETE no action
) STRICT;
