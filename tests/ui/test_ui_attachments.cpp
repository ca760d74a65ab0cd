// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/bubble.h"
#include "ui/thread/picture.h"
#include "ui/windowfixture.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace delpek;
using domain::AttachmentState;
using domain::MessageKind;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

QByteArray encoded(const QSize& size, const char* format)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

domain::Message withFile(MessageKind kind, const QString& type, const QString& name, AttachmentState state)
{
    domain::Message message;
    message.kind = kind;
    message.sentAt = base::fromMillis(1'772'000'000'000);
    message.attachment = domain::Attachment{};
    message.attachment->type = type;
    message.attachment->name = name;
    message.attachment->state = state;
    return message;
}

std::vector<ui::BubbleAction> actionsOf(const domain::Message& message, QSize picture = {})
{
    ui::Theme theme;
    const auto bubble = ui::layOut(message, {.width = 700, .picture = picture}, theme);
    std::vector<ui::BubbleAction> actions;
    for (const auto& link : bubble->links) {
        if (!link.plain) {
            actions.push_back(link.action);
        }
    }
    return actions;
}

using Actions = std::vector<ui::BubbleAction>;

} // namespace

/// Files and places of a conversation in the window.
class TestUiAttachments : public QObject
{
    Q_OBJECT

    /// The first message of the demo's conversation with files: a picture that is kept.
    static domain::MessageId pictureOf(WindowFixture& f)
    {
        f.open(FakeDesk::Files);
        return f.thread.threadWindow().messages().front().id;
    }

private Q_SLOTS:
    void nothingIsReadOrDecodedByItself()
    {
        WindowFixture f;
        pictureOf(f);
        f.thread.view().viewport()->repaint();
        QCOMPARE(f.desk.filesRead(), 0);
    }

    void aPictureIsShownWhenAPersonAsksAndGoesAgain()
    {
        WindowFixture f;
        const auto id = pictureOf(f);
        const int before = f.thread.view().verticalScrollBar()->maximum();
        Q_EMIT f.thread.view().actionWanted(id, ui::BubbleAction::ShowPicture);
        QTRY_VERIFY(f.thread.view().verticalScrollBar()->maximum() > before + 100);
        QCOMPARE(f.desk.filesRead(), 1);
        f.thread.view().viewport()->repaint();
        const int shown = f.thread.view().verticalScrollBar()->maximum();
        Q_EMIT f.thread.view().actionWanted(id, ui::BubbleAction::HidePicture);
        QVERIFY(f.thread.view().verticalScrollBar()->maximum() < shown - 100);
    }

    void aFileIsSavedWhereThePersonSays()
    {
        WindowFixture f;
        const auto id = pictureOf(f);
        const QByteArray bytes = encoded({40, 30}, "PNG");
        f.desk.keepFile(id, bytes);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("picture.png"));
        f.thread.attachments().saveAs(id, path);
        QFile file(path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(!(file.permissions() & (QFile::ExeOwner | QFile::ExeUser)));
        auto* bar = f.window.findChild<QWidget*>(QStringLiteral("problemBar"));
        QVERIFY(!bar->isVisible());
        f.thread.attachments().saveAs(id, folder.filePath(QStringLiteral("no such folder/picture.png")));
        QTRY_VERIFY(bar->isVisible());
    }

    void theDialogProposesTheName()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        Q_EMIT f.thread.view().actionWanted(f.thread.threadWindow().messages()[1].id, ui::BubbleAction::SaveFile);
        auto* dialog = f.thread.view().findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        dialog->close();
        QCOMPARE(f.desk.filesRead(), 0);
    }

    void whatCanBeDoneFollowsTheState()
    {
        const auto jpeg = [](AttachmentState state) {
            return withFile(MessageKind::Image, QStringLiteral("image/jpeg"), QStringLiteral("a.jpg"), state);
        };
        QCOMPARE(actionsOf(jpeg(AttachmentState::Kept)),
                 (Actions{ui::BubbleAction::ShowPicture, ui::BubbleAction::SaveFile}));
        QCOMPARE(actionsOf(jpeg(AttachmentState::Kept), {200, 100}),
                 (Actions{ui::BubbleAction::HidePicture, ui::BubbleAction::SaveFile}));
        for (const auto state : {AttachmentState::Remote, AttachmentState::Refused, AttachmentState::Lost}) {
            QCOMPARE(actionsOf(jpeg(state)), Actions{});
            QVERIFY(!ui::attachmentwords::state(jpeg(state)).isEmpty());
        }
        auto deleted = jpeg(AttachmentState::Kept);
        deleted.deleted = true;
        QCOMPARE(actionsOf(deleted), Actions{});
        QCOMPARE(
            actionsOf(withFile(MessageKind::Document, QStringLiteral("application/pdf"), {}, AttachmentState::Kept)),
            Actions{ui::BubbleAction::SaveFile});
        // Declared as a picture that is not shown here.
        QCOMPARE(actionsOf(withFile(MessageKind::Image, QStringLiteral("image/svg+xml"), {}, AttachmentState::Kept)),
                 Actions{ui::BubbleAction::SaveFile});
    }

    void onlyTheDeclaredTypeIsDecoded()
    {
        const QByteArray png = encoded({640, 480}, "PNG");
        const auto shown = ui::picture::decode(png, QStringLiteral("image/png"), 320);
        QVERIFY(shown);
        QCOMPARE(shown->size(), QSize(320, 240));
        QVERIFY(ui::picture::decode(encoded({30, 20}, "JPEG"), QStringLiteral("image/jpeg; x=1"), 320));
        for (const auto& [bytes, type] : std::vector<std::pair<QByteArray, QString>>{
                 {png, QStringLiteral("image/jpeg")},
                 {png, QStringLiteral("application/pdf")},
                 {png.left(100), QStringLiteral("image/png")},
                 {QByteArray(), QStringLiteral("image/png")},
                 {"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", QStringLiteral("image/png")}}) {
            const auto refused = ui::picture::decode(bytes, type, 320);
            QVERIFY2(!refused, qPrintable(type));
            QCOMPARE(refused.error().key, QStringLiteral("attachment.unreadable"));
        }
    }

    void aPictureOfTooManyPixelsIsNotDecoded()
    {
        // The header says 30000 x 30000; a decoder that believed it would take 3.6 GB.
        QByteArray png = encoded({8, 8}, "PNG");
        const QByteArray side("\x00\x00\x75\x30", 4);
        png.replace(16, 4, side).replace(20, 4, side);
        QVERIFY(!ui::picture::decode(png, QStringLiteral("image/png"), 320));
    }

    void namesAreMadeSafe_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("proposed");
        const QString pdf = QStringLiteral("application/pdf");
        QTest::newRow("plain") << QStringLiteral("results.pdf") << pdf << QStringLiteral("results.pdf");
        QTest::newRow("folders") << QStringLiteral("../../.ssh/results.pdf") << pdf << QStringLiteral("results.pdf");
        QTest::newRow("Windows") << QStringLiteral("C:\\x\\results.pdf") << pdf << QStringLiteral("results.pdf");
        QTest::newRow("hidden") << QStringLiteral("..results.pdf") << pdf << QStringLiteral("results.pdf");
        QTest::newRow("turned") << QStringLiteral("scan\u202Efdp.exe") << pdf << QStringLiteral("scanfdp.exe.pdf");
        QTest::newRow("control") << QStringLiteral("a\nb\u0007.pdf") << pdf << QStringLiteral("ab.pdf");
        QTest::newRow("another type") << QStringLiteral("setup.exe") << pdf << QStringLiteral("setup.exe.pdf");
        QTest::newRow("no type") << QStringLiteral("notes.xyz1") << QString() << QStringLiteral("notes.xyz1");
    }

    void namesAreMadeSafe()
    {
        QFETCH(QString, given);
        QFETCH(QString, type);
        QFETCH(QString, proposed);
        const auto message = withFile(MessageKind::Document, type, given, AttachmentState::Kept);
        QCOMPARE(ui::attachmentwords::suggestedName(message), proposed);
    }

    void aFileWithoutANameGetsOne()
    {
        const auto voice =
            withFile(MessageKind::Audio, QStringLiteral("audio/ogg; codecs=opus"), {}, AttachmentState::Kept);
        const QString name = ui::attachmentwords::suggestedName(voice);
        QVERIFY2(name.contains(QLatin1Char('.')) && !name.contains(QLatin1Char('/')), qPrintable(name));
        auto longName = voice;
        longName.attachment->name = QString(300, QLatin1Char('x')) + QStringLiteral(".ogg");
        QVERIFY(ui::attachmentwords::suggestedName(longName).size() <= 84);
    }

    void aPlaceIsTextAndALink()
    {
        WindowFixture f;
        f.open(FakeDesk::Files);
        const auto& place = f.thread.threadWindow().messages().back();
        const auto lines = ui::attachmentwords::place(*place.place);
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.last().endsWith(QStringLiteral("32.085300,34.781800")));
        Q_EMIT f.thread.view().actionWanted(place.id, ui::BubbleAction::CopyPlace);
        QCOMPARE(QGuiApplication::clipboard()->text(), lines.last());
    }

    void aTranscriptIsMarked()
    {
        auto voice = withFile(MessageKind::Audio, QStringLiteral("audio/ogg"), {}, AttachmentState::Kept);
        QVERIFY(ui::attachmentwords::state(voice).isEmpty());
        auto spoken = voice;
        spoken.attachment->voice = true;
        spoken.attachment->name = QStringLiteral("voice.ogg");
        spoken.attachment->seconds = 83;
        QCOMPARE(domain::withoutIsolates(ui::attachmentwords::title(spoken)), QStringLiteral("Voice message · 1:23"));
        QVERIFY(!ui::attachmentwords::suggestedName(spoken).contains(QStringLiteral("voice.ogg")));
        QStringList states;
        for (const auto transcript :
             {domain::TranscriptState::Wanted, domain::TranscriptState::Written, domain::TranscriptState::Failed}) {
            voice.attachment->transcript = transcript;
            states.append(ui::attachmentwords::state(voice));
        }
        QVERIFY(!states.contains(QString()));
        QCOMPARE(states.removeDuplicates(), 0);
    }

    void bubblesWithFilesStayInsideTheView()
    {
        ui::Theme theme;
        FakeDesk desk;
        for (const int width : {260, 420, 1200}) {
            for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
                for (const auto& message : desk.thread({FakeDesk::Files})) {
                    const auto bubble =
                        ui::layOut(message, {.width = width, .direction = direction, .picture = {320, 240}}, theme);
                    QVERIFY(bubble->body.left() >= 0 && bubble->body.right() < width);
                    QVERIFY(bubble->picture.isNull() || bubble->body.contains(bubble->picture));
                    QVERIFY(bubble->attachment.area.isNull() || bubble->body.contains(bubble->attachment.area));
                    for (const auto& link : bubble->links) {
                        QVERIFY(link.area.left() >= 0 && link.area.right() < width);
                    }
                }
            }
        }
    }
};

QTEST_MAIN(TestUiAttachments)
#include "test_ui_attachments.moc"
