// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/config.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <set>

using namespace delpek;
using namespace delpek::config;
using namespace std::chrono_literals;

class TestConfig : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    const Folders m_folders{QStringLiteral("/home/u/.config/delpek"), QStringLiteral("/home/u/.local/share/delpek")};

    QString fileWith(const QString& name, const QByteArray& text) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    Result<Config> load(const QStringList& files, const std::map<QString, QString>& variables = {},
                        const QStringList& arguments = {}) const
    {
        QProcessEnvironment environment;
        for (const auto& [name, value] : variables) {
            environment.insert(name, value);
        }
        return Config::load(files, environment, arguments, m_folders);
    }

private Q_SLOTS:
    void defaultsAreGood()
    {
        const auto config = load({});
        QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
        QCOMPARE(config->get(keys::storeLocation), QStringLiteral("sqlite:/home/u/.local/share/delpek/delpek.sqlite"));
        QCOMPARE(config->get(keys::secretsFile), QStringLiteral("/home/u/.config/delpek/secrets.json"));
        QCOMPARE(config->get(keys::listenPort), qint64(8787));
        QCOMPARE(config->get(keys::listenMaxBody), qint64(3 * 1024 * 1024));
        QCOMPARE(config->get(keys::agentQuietWindow), base::Duration(4s));
        QCOMPARE(config->get(keys::outboxUnknownAfter), base::Duration(2min));
        QCOMPARE(config->get(keys::telegramEnabled), false);
        QCOMPARE(config->get(keys::whatsappApiVersion), QStringLiteral("v25.0"));
        QCOMPARE(config->origin(QStringLiteral("listen.port")), QStringLiteral("default"));
        QVERIFY(config->rest().isEmpty());
    }

    void laterLayersWin()
    {
        const QString first =
            fileWith(QStringLiteral("1.conf"), "[listen]\nport = 1\nidle = 5s\naddress = ::1\nmax-body = 1MiB\n");
        const QString second =
            fileWith(QStringLiteral("2.conf"), "[listen]\nidle = 6s\naddress = ::2\nmax-body = 2MiB\n");
        const auto config = load({first, second, m_folder.filePath(QStringLiteral("absent.conf"))},
                                 {{QStringLiteral("DELPEK_LISTEN_ADDRESS"), QStringLiteral("::3")},
                                  {QStringLiteral("DELPEK_LISTEN_MAX_BODY"), QStringLiteral("3MiB")}},
                                 {QStringLiteral("--set"), QStringLiteral("listen.max-body=4MiB")});
        QVERIFY(config);
        QCOMPARE(config->get(keys::listenPort), qint64(1));
        QCOMPARE(config->get(keys::listenIdle), base::Duration(6s));
        QCOMPARE(config->get(keys::listenAddress), QStringLiteral("::3"));
        QCOMPARE(config->get(keys::listenMaxBody), qint64(4 * 1024 * 1024));
        QCOMPARE(config->origin(QStringLiteral("listen.port")), first + QStringLiteral(":2"));
        QCOMPARE(config->origin(QStringLiteral("listen.idle")), second + QStringLiteral(":2"));
        QCOMPARE(config->origin(QStringLiteral("listen.address")), QStringLiteral("environment DELPEK_LISTEN_ADDRESS"));
        QCOMPARE(config->origin(QStringLiteral("listen.max-body")), QStringLiteral("command line"));
        const QStringList lines = config->describeAll();
        QCOMPARE(lines.size(), static_cast<qsizetype>(allKeys().size()));
        QVERIFY(lines.contains(QStringLiteral("listen.max-body = 4MiB   # from command line")));
        QVERIFY(lines.contains(QStringLiteral("listen.port = 1   # from %1:2").arg(first)));
    }

    void describedSettingsCanBeReadBack()
    {
        const auto config = load({}, {}, {QStringLiteral("--desk-staff-name=Dana # 1")});
        QVERIFY(config);
        const QString file =
            fileWith(QStringLiteral("again.conf"), config->describeAll().join(QLatin1Char('\n')).toUtf8());
        const auto again = load({file});
        QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
        QCOMPARE(again->get(keys::deskStaffName), QStringLiteral("Dana # 1"));
        QCOMPARE(again->get(keys::storeLocation), config->get(keys::storeLocation));
    }

    void commandLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("port");
        QTest::addColumn<QStringList>("rest");
        const auto row = [](const char* name, const char* arguments, int port, const char* rest) {
            QTest::newRow(name) << QString::fromLatin1(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts) << port
                                << QString::fromLatin1(rest).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        };
        row("set", "--set listen.port=1", 1, "");
        row("set with equals", "--set=listen.port=2", 2, "");
        row("dots", "--listen.port 3", 3, "");
        row("dashes", "--listen-port=4", 4, "");
        row("the last wins", "--listen-port=4 --set listen.port=5", 5, "");
        row("the others stay", "secret --listen-port 6 set a.b --demo --demo-day dir", 6,
            "secret set a.b --demo --demo-day dir");
        row("behind two dashes", "--demo -- --listen-port=7", 8787, "--demo -- --listen-port=7");
    }
    void commandLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, port);
        QFETCH(QStringList, rest);
        const auto config = load({}, {}, arguments);
        QVERIFY2(config, qPrintable(config ? QString() : config.error().detail));
        QCOMPARE(config->get(keys::listenPort), qint64(port));
        QCOMPARE(config->rest(), rest);
    }

    void chosenFileReplacesTheOthers()
    {
        const QString usual = fileWith(QStringLiteral("usual.conf"), "listen.port = 1\n");
        const QString chosen = fileWith(QStringLiteral("chosen.conf"), "listen.idle = 7s\n");
        const auto config = load({usual}, {}, {QStringLiteral("--config"), chosen});
        QVERIFY(config);
        QCOMPARE(config->get(keys::listenPort), qint64(8787));
        QCOMPARE(config->get(keys::listenIdle), base::Duration(7s));
        const auto absent = load({usual}, {}, {QStringLiteral("--config=/nonexistent.conf")});
        QCOMPARE(absent.error().code, ErrorCode::NotFound);
        QVERIFY(absent.error().detail.contains(QStringLiteral("/nonexistent.conf")));
    }

    void slipsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char* name, const char* text, const char* complaint) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(complaint);
        };
        row("nearest key", "[listen]\nprot = 1",
            ":2: there is no setting \"listen.prot\"; did you mean \"listen.port\"?");
        row("underscores", "listen.max_body = 1MiB",
            ":1: there is no setting \"listen.max_body\"; did you mean \"listen.max-body\"?");
        row("nothing near", "\nqwertz = 1",
            ":2: there is no setting \"qwertz\"; see docs/configuration.md for all settings");
        row("range", "listen.port = 70000", ":1: listen.port must lie between 0 and 65535");
        row("secret", "[whatsapp]\naccess-token = EAAhidden",
            ":2: \"whatsapp.access-token\" is a secret and does not belong here; remove it and store it with: "
            "delpekd secret set whatsapp.access-token");
        row("password", "odoo.password = hidden",
            ":1: \"odoo.password\" is a secret and does not belong here; remove it and store it with: "
            "delpekd secret set odoo.password");
    }
    void slipsAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, complaint);
        const QString file = fileWith(QStringLiteral("slip.conf"), text);
        const auto config = load({file});
        QVERIFY(!config);
        QCOMPARE(config.error().detail, file + complaint);
        QVERIFY(!config.error().detail.contains(QStringLiteral("hidden")));
    }

    void slipsOutsideFiles()
    {
        QCOMPARE(load({}, {{QStringLiteral("DELPEK_LISTEN_PORT"), QStringLiteral("x")}}).error().detail,
                 QStringLiteral("environment DELPEK_LISTEN_PORT: listen.port must be a whole number"));
        QCOMPARE(load({}, {}, {QStringLiteral("--set"), QStringLiteral("listen.prot=1")}).error().detail,
                 QStringLiteral("command line: there is no setting \"listen.prot\"; did you mean \"listen.port\"?"));
        for (const QStringList& cut :
             {QStringList{QStringLiteral("--listen-port")}, QStringList{QStringLiteral("--set")},
              QStringList{QStringLiteral("--set=listen.port")}, QStringList{QStringLiteral("--config")}}) {
            QCOMPARE(load({}, {}, cut).error().code, ErrorCode::InvalidInput);
        }
        const auto warned = load({}, {{QStringLiteral("DELPEK_LISTEN_PROT"), QStringLiteral("1")},
                                      {QStringLiteral("DELPEK_SECRET_A_B"), QStringLiteral("hidden")},
                                      {QStringLiteral("PATH"), QStringLiteral("/bin")}});
        QVERIFY(warned);
        QCOMPARE(warned->warnings(),
                 QStringList{QStringLiteral("environment DELPEK_LISTEN_PROT: names no setting and is ignored")});
    }

    void namesOfTheTableAreDistinct()
    {
        std::set<QString> names;
        for (const KeySpec* key : allKeys()) {
            QVERIFY(findKey(QString::fromLatin1(key->name)) == key);
            QVERIFY(!looksLikeSecret(QString::fromLatin1(key->name)));
            names.insert(environmentName(*key));
        }
        QCOMPARE(names.size(), allKeys().size());
    }
};

QTEST_GUILESS_MAIN(TestConfig)
#include "test_config.moc"
