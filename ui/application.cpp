// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimeZone>
#include <QTranslator>

// The texts are compiled into this static library; without this call the linker would leave them out.
static void keepTexts()
{
    Q_INIT_RESOURCE(delpek_i18n);
}

namespace delpek::ui
{

namespace
{

const auto translatorName = QStringLiteral("delpek.translator");
/// Beside the default locale, which Qt keeps for the application too.
constexpr const char* zoneProperty = "delpek.zone";

void replaceTranslators(QApplication& application, domain::Language language)
{
    const auto old = application.findChildren<QTranslator*>(translatorName, Qt::FindDirectChildrenOnly);
    const QString code = base::toText(language);
    const std::pair<QString, QString> sources[] = {
        {QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("delpek_") + code, QStringLiteral(":/i18n")}};
    for (const auto& [file, folder] : sources) {
        auto translator = std::make_unique<QTranslator>(&application);
        translator->setObjectName(translatorName);
        if (translator->load(file, folder)) {
            application.installTranslator(translator.release());
        }
    }
    qDeleteAll(old);
}

} // namespace

void applyLanguage(QApplication& application, domain::Language language)
{
    keepTexts();
    const bool hebrew = language == domain::Language::Hebrew;
    QLocale::setDefault(hebrew ? QLocale(QLocale::Hebrew, QLocale::Israel)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom));
    replaceTranslators(application, language);
    application.setLayoutDirection(hebrew ? Qt::RightToLeft : Qt::LeftToRight);
}

domain::Language currentLanguage()
{
    return QLocale().language() == QLocale::Hebrew ? domain::Language::Hebrew : domain::Language::English;
}

void applyZone(QApplication& application, const QTimeZone& zone)
{
    application.setProperty(zoneProperty, QVariant::fromValue(zone));
}

QTimeZone currentZone()
{
    const QVariant zone = QCoreApplication::instance()->property(zoneProperty);
    return zone.isValid() ? zone.value<QTimeZone>() : QTimeZone::systemTimeZone();
}

} // namespace delpek::ui
