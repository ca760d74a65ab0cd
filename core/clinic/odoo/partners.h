// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "clinic/odoo/mapping.h"
#include "clinic/odoo/transport.h"

// Patients of an Odoo. Pure: questions and readings.

namespace delpek::clinic::odoo
{

/// Names of res.partner.category by id, where tags stand for allergies and risks.
using TagNames = std::map<qint64, QString>;

/// Everybody whose number may be `phone`: the last digits in any spelling, in each field there is. The rows must be
/// compared (hasPhone): a search cannot know where a number begins.
Call findByPhone(const Entity& patient, const domain::Phone& phone);
Call findByReference(const Entity& patient, const QString& reference);
Call readPatients(const Entity& patient, const std::vector<qint64>& ids);

/// True when one of the numbers of the row is exactly `phone`; numbers without a country code are of `region`.
bool hasPhone(const Entity& patient, const base::Json& row, const domain::Phone& phone, const QString& region);

/// A row as a patient, without notes; plan items come from tags. `treatments`: to know the services of plan tags.
domain::Patient patientFrom(const Mapping& mapping, const base::Json& row, const TagNames& tags,
                            const std::vector<domain::Treatment>& treatments, const QString& region);

/// The number as Odoo's own people write it: "+972 50-123-4567".
QString written(const domain::Phone& phone);
/// The record of a new patient. `country`: its id, 0 when unknown.
base::Json valuesFor(const Entity& patient, const NewPatient& wanted, qint64 country);

/// The treatment whose name or id the text says; nothing when none does.
const domain::Treatment* treatmentNamed(const std::vector<domain::Treatment>& treatments, const QString& text);

} // namespace delpek::clinic::odoo
