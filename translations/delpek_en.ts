<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::InboxModel</name>
    <message numerus="yes">
        <source>%n unread message(s)</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::PatientTab</name>
    <message numerus="yes">
        <source>%n people in the records share this phone</source>
        <translation>
            <numerusform>%n person in the records has this phone</numerusform>
            <numerusform>%n people in the records share this phone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records</source>
        <translation>
            <numerusform>%n person in the records</numerusform>
            <numerusform>%n people in the records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::Rail</name>
    <message numerus="yes">
        <source>%n waiting for someone</source>
        <translation>
            <numerusform>%n waiting for someone</numerusform>
            <numerusform>%n waiting for someone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::ThreadView</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::CardHead</name>
    <message numerus="yes">
        <source>%n people in the records share this phone: ask whom it is about</source>
        <translation>
            <numerusform>%n person in the records has this phone: ask whom it is about</numerusform>
            <numerusform>%n people in the records share this phone: ask whom it is about</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people in the records: ask whom it is about</source>
        <translation>
            <numerusform>%n person in the records: ask whom it is about</numerusform>
            <numerusform>%n people in the records: ask whom it is about</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HealthWords</name>
    <message numerus="yes">
        <source>%n to be read, for %1</source>
        <translation>
            <numerusform>%n to be read, for %1</numerusform>
            <numerusform>%n to be read, for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be sent, for %1</source>
        <translation>
            <numerusform>%n to be sent, for %1</numerusform>
            <numerusform>%n to be sent, for %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sent, and nobody knows whether it arrived</source>
        <translation>
            <numerusform>%n sent, and nobody knows whether it arrived</numerusform>
            <numerusform>%n sent, and nobody knows whether they arrived</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::SignInPane</name>
    <message numerus="yes">
        <source>%n waiting and nobody is on it</source>
        <translation>
            <numerusform>%n waiting and nobody is on it</numerusform>
            <numerusform>%n waiting and nobody is on it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::StaffPage</name>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::PrivacyPage</name>
    <message numerus="yes">
        <source>%n conversation(s) would be erased at the next start: no word was written there for %1 days or longer.</source>
        <translation>
            <numerusform>One conversation would be erased at the next start: no word was written there for %1 days or longer.</numerusform>
            <numerusform>%n conversations would be erased at the next start: no word was written there for %1 days or longer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::ErasureForm</name>
    <message numerus="yes">
        <source>%n conversations were erased.</source>
        <translation>
            <numerusform>One conversation was erased.</numerusform>
            <numerusform>%n conversations were erased.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SortingWords</name>
    <message numerus="yes">
        <source>%n conversation(s) marked as read.</source>
        <translation>
            <numerusform>%n conversation marked as read.</numerusform>
            <numerusform>%n conversations marked as read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) put off: %1.</source>
        <translation>
            <numerusform>%n conversation put off: %1.</numerusform>
            <numerusform>%n conversations put off: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) back in the list.</source>
        <translation>
            <numerusform>%n conversation back in the list.</numerusform>
            <numerusform>%n conversations back in the list.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) labelled %1.</source>
        <translation>
            <numerusform>%n conversation labelled %1.</numerusform>
            <numerusform>%n conversations labelled %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Label %1 taken off %n conversation(s).</source>
        <translation>
            <numerusform>Label %1 taken off %n conversation.</numerusform>
            <numerusform>Label %1 taken off %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): an escalation is open there.</source>
        <translation>
            <numerusform>%n stays: an escalation is open there.</numerusform>
            <numerusform>%n stay: an escalation is open there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): somebody else is working on them.</source>
        <translation>
            <numerusform>One stays: somebody else is working on it.</numerusform>
            <numerusform>%n stay: somebody else is working on them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agent goes on in %n conversation(s).</source>
        <translation>
            <numerusform>The agent goes on in %n conversation.</numerusform>
            <numerusform>The agent goes on in %n conversations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay(s): the patient waits for an answer there.</source>
        <translation>
            <numerusform>%n stays: the patient waits for an answer there.</numerusform>
            <numerusform>%n stay: the patients wait for an answer there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::Sorter</name>
    <message numerus="yes">
        <source>%n stay(s) as they are: something happened there since.</source>
        <translation>
            <numerusform>%n stays as it is: something happened there since.</numerusform>
            <numerusform>%n stay as they are: something happened there since.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::SortBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::RulesPage</name>
    <message numerus="yes">
        <source>%n rule(s), version %1, read every message before any agent does. A second look, learned from labelled messages, may raise the urgency besides. Only a person lowers it.</source>
        <translation>
            <numerusform>One rule, version %1, reads every message before any agent does. A second look, learned from labelled messages, may raise the urgency besides. Only a person lowers it.</numerusform>
            <numerusform>%n rules, version %1, read every message before any agent does. A second look, learned from labelled messages, may raise the urgency besides. Only a person lowers it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShiftWords</name>
    <message numerus="yes">
        <source>%n unread messages</source>
        <translation>
            <numerusform>%n unread message</numerusform>
            <numerusform>%n unread messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::ConnectionCard</name>
    <message numerus="yes">
        <source>%n fault(s) found.</source>
        <translation>
            <numerusform>One fault was found.</numerusform>
            <numerusform>%n faults were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>%n thing(s) would be different today.</source>
        <translation>
            <numerusform>One thing would be different today.</numerusform>
            <numerusform>%n things would be different today.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceHtml</name>
    <message numerus="yes">
        <source>In messages of at most %n word(s).</source>
        <translation>
            <numerusform>In messages of at most %n word.</numerusform>
            <numerusform>In messages of at most %n words.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::ServiceForm</name>
    <message numerus="yes">
        <source>Not saved yet: %n place(s) above need a look.</source>
        <translation>
            <numerusform>Not saved yet: %n place above needs a look.</numerusform>
            <numerusform>Not saved yet: %n places above need a look.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>word(s)</source>
        <translation>
            <numerusform>word</numerusform>
            <numerusform>words</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minute(s)</source>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientWords</name>
    <message numerus="yes">
        <source>%n years old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong tries</source>
        <translation>
            <numerusform>%n wrong try</numerusform>
            <numerusform>%n wrong tries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Code for parents: locked after %n wrong tries</source>
        <translation>
            <numerusform>Code for parents: locked after %n wrong try</numerusform>
            <numerusform>Code for parents: locked after %n wrong tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::CodeForm</name>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::EffectPanel</name>
    <message numerus="yes">
        <source>%n booked visit(s) would fall outside these hours. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>%n booked visit would fall outside these hours. It stays booked, nothing is cancelled by itself: speak with the patient, or move the visit in the day book.</numerusform>
            <numerusform>%n booked visits would fall outside these hours. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n booked visit(s) lie in this time. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>%n booked visit lies in this time. It stays booked, nothing is cancelled by itself: speak with the patient, or move the visit in the day book.</numerusform>
            <numerusform>%n booked visits lie in this time. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visit(s) are booked with them. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</source>
        <translation>
            <numerusform>%n visit is booked with them. It stays booked, nothing is cancelled by itself: speak with the patient, or move the visit in the day book.</numerusform>
            <numerusform>%n visits are booked with them. They stay booked, nothing is cancelled by itself: speak with the patients, or move the visits in the day book.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::DutyPage</name>
    <message numerus="yes">
        <source>Nobody is on duty %n times a week, as the red lines say. An emergency then reaches: %1.</source>
        <translation>
            <numerusform>Nobody is on duty once a week, as the red line says. An emergency then reaches: %1.</numerusform>
            <numerusform>Nobody is on duty %n times a week, as the red lines say. An emergency then reaches: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicLists</name>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n treatment(s)</source>
        <translation>
            <numerusform>%n treatment</numerusform>
            <numerusform>%n treatments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>delpek::ui::VisitPanel</name>
    <message numerus="yes">
        <source>%1 · %n minutes</source>
        <translation>
            <numerusform>%1 · %n minute</numerusform>
            <numerusform>%1 · %n minutes</numerusform>
        </translation>
    </message>
</context>
</TS>
